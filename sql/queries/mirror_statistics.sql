-- Mirror statistics: what one side calls its export beside what the other calls its import (10-20 % apart is usual: FOB and CIF).
SELECT e.reporter AS seller, e.partner AS buyer, e.product, e.period_start, e.period_end, e.currency,
       e.amount AS export_of_seller, i.amount AS import_of_buyer, round(i.amount / e.amount - 1, 3) AS difference,
       e.fact_ids AS export_fact_ids, i.fact_ids AS import_fact_ids
FROM trade_volume_resolved e
JOIN trade_volume_resolved i ON i.reporter = e.partner AND i.partner = e.reporter AND i.flow = 'import' AND e.flow = 'export'
    AND i.product = e.product AND i.period_start = e.period_start AND i.period_end = e.period_end AND i.currency = e.currency
    AND i.modality = e.modality
WHERE e.modality = 'actual'
ORDER BY seller, buyer, e.period_start;
