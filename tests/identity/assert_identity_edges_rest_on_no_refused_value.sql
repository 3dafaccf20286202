{{ config(group='identity') }}

-- No link was made by a value that is blocked or shared by too many.
with links as (select * from {{ ref('int_identity__exact_links') }}),

refused as (select * from {{ ref('refused_identifiers') }})

select
    links.left_number,
    links.right_number,
    links.identifier_type
from links
inner join refused
    on
        links.identifier_type = refused.identifier_type
        and links.identifier_value = refused.identifier_value
        and refused.reason in ('blocked', 'over_shared')
