{#-
    The rows of int_identity__person_rows, or those of affected records: by the tables behind it, for places are found in tables alone.
-#}
{% macro affected_person_rows() -%}
    {%- if firstparty.is_of_changes() -%}
        {{ firstparty.customer_person_rows() }}
        {% for kind in firstparty.known_event_kinds() -%}
            union all
            {{ firstparty.affected_rows(ref('int_identity__person_rows_' ~ kind), ['record_id']) }}
        {% endfor %}
    {%- else -%}
        select * from {{ ref('int_identity__person_rows') }}
    {%- endif -%}
{%- endmacro %}


{#- The query of int_identity__person_rows_customers, or its rows of affected records. -#}
{% macro customer_person_rows() -%}
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'birth_date',
            'birth_date_raw', 'gender', 'email', 'email_raw', 'secondary_email', 'phone',
            'phone_raw', 'mobile_phone', 'street_address', 'city', 'region', 'postal_code', 'country', 'company',
        ],
        {'first_seen_at': 'created_at', 'last_seen_at': 'coalesce(updated_at, created_at)'},
    )) }}
    from ({{ firstparty.affected_rows(ref('stg_crm__contacts'), ['record_id']) }}) as contacts
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'given_name', 'family_name', 'email', 'email_raw', 'phone', 'phone_raw',
            'street_address', 'city', 'region', 'postal_code', 'country', 'user_id',
        ],
        {'first_seen_at': 'created_at', 'last_seen_at': 'coalesce(updated_at, created_at)'},
    )) }}
    from ({{ firstparty.affected_rows(ref('stg_shop__customers'), ['record_id']) }}) as customers
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'given_name', 'family_name', 'birth_date', 'birth_date_raw', 'gender', 'email',
            'email_raw', 'phone', 'phone_raw', 'street_address', 'city', 'region', 'postal_code', 'country', 'user_id',
            'loyalty_number',
        ],
        {'first_seen_at': 'joined_at', 'last_seen_at': 'coalesce(updated_at, joined_at)'},
    )) }}
    from ({{ firstparty.affected_rows(ref('stg_loyalty__members'), ['record_id']) }}) as members
    union all
    select {{ firstparty.person_row(firstparty.person_columns(
        [
            'name_prefix', 'given_name', 'middle_name', 'family_name', 'name_suffix', 'full_name',
            'birth_date', 'birth_date_raw', 'gender', 'email', 'email_raw', 'phone', 'phone_raw',
            'street_address', 'city', 'region', 'postal_code', 'country', 'company', 'attributes', 'user_id',
            'loyalty_number', 'national_id',
        ],
    )) }}
    from ({{ firstparty.affected_rows(ref('stg_people_files__people'), ['record_id']) }}) as people
{%- endmacro %}
