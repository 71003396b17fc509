"""Rules that read contacts between officials: journeys, talks, calls, who went where and when."""
