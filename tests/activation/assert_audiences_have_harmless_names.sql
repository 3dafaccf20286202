-- No name or title of an audience suggests health or financial status: Meta blocks such audiences,
-- and the name leaves with every row.
with

audiences as (
    select * from {{ ref('audiences') }}
),

sensitive_audience_terms as (
    select * from {{ ref('sensitive_audience_terms') }}
)

select
    audiences.audience,
    sensitive_audience_terms.term,
    sensitive_audience_terms.topic
from audiences
inner join sensitive_audience_terms
    on
        ' ' || lower(replace(audiences.audience, '_', ' ')) || ' ' || lower(audiences.title)
        like '% ' || sensitive_audience_terms.term || '%'
