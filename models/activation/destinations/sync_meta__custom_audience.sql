-- One row per upload row of a Meta Custom Audience: one member of one audience, with the names of
-- Meta's multi-key schema. Everything is hashed but EXTERN_ID, MADID and DATA_PROCESSING_OPTIONS.
-- A missing cell is the empty text, as Meta's API wants it, and never the digest of one.
-- LOOKALIKE_VALUE is left out: what a person spent is not needed to find the person.
-- depends_on: {{ ref('activation_gate') }}
with

audience_members as (
    select * from {{ ref('audience_members') }}
),

sync_meta__custom_audience as (
    select
        activation_row_id,
        audience,
        {%- for header, column in {
            'EXTERN_ID': 'meta_external_id',
            'EMAIL': 'meta_email_sha256',
            'PHONE': 'meta_phone_sha256',
            'GEN': 'meta_gender_sha256',
            'DOBY': 'meta_birth_year_sha256',
            'DOBM': 'meta_birth_month_sha256',
            'DOBD': 'meta_birth_day_sha256',
            'LN': 'meta_family_name_sha256',
            'FN': 'meta_given_name_sha256',
            'FI': 'meta_first_initial_sha256',
            'CT': 'meta_city_sha256',
            'ST': 'meta_state_sha256',
            'ZIP': 'meta_postal_code_sha256',
            'COUNTRY': 'meta_country_sha256',
            'MADID': 'meta_advertising_id',
            'DATA_PROCESSING_OPTIONS': 'meta_data_processing_options',
        }.items() %}
            coalesce({{ column }}, '') as {{ firstparty.header(header) }},
        {%- endfor %}
        updated_at,
        expires_at
    from audience_members
    where destination = 'meta_custom_audience'
)

select * from sync_meta__custom_audience
