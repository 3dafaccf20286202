-- Every hashed column holds lower-case hexadecimal SHA-256 or nothing, never the digest of the
-- empty text; the unhashed ones hold no e-mail address and no phone number. Checked in the members
-- and in the whole feed.
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

audience_changes as (
    select * from {{ ref('audience_changes') }}
),

all_rows as (
    select
        {{- firstparty.list_columns(firstparty.identifier_columns()) }}
        activation_row_id
    from audience_members
    union all
    select
        {{- firstparty.list_columns(firstparty.identifier_columns()) }}
        activation_row_id
    from audience_changes
)

select activation_row_id
from all_rows
where
    false
    {%- for column in firstparty.identifier_columns() %}
        {%- if column.endswith('_sha256') %}
            or not {{ firstparty.matches_pattern(column, '^[0-9a-f]{64}$') }}
            or {{ column }} = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
        {%- else %}
            or {{ firstparty.matches_pattern(column, '@|[+][0-9]{7,}') }}
        {%- endif %}
    {%- endfor %}
