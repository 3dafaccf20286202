-- A missing cell of Meta's payload is the empty text, never null and never the digest of an empty
-- text; every row can be matched.
with

sync_meta__custom_audience as (
    select * from {{ ref('sync_meta__custom_audience') }}
)

select activation_row_id
from sync_meta__custom_audience
where
    {{ firstparty.header('EMAIL') }} || {{ firstparty.header('PHONE') }}
    || {{ firstparty.header('MADID') }} || {{ firstparty.header('ZIP') }} = ''
    {%- for name in [
        'EXTERN_ID', 'EMAIL', 'PHONE', 'GEN', 'DOBY', 'DOBM', 'DOBD', 'LN', 'FN', 'FI',
        'CT', 'ST', 'ZIP', 'COUNTRY', 'MADID', 'DATA_PROCESSING_OPTIONS',
    ] %}
        or {{ firstparty.header(name) }} is null
        or {{ firstparty.header(name) }} = {{ firstparty.to_hex_sha256("''") }}
    {%- endfor %}
