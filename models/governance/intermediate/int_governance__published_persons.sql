-- One row per record: its person when the gate was last open. What the next build is held against
-- before it publishes; a build that the gate stops leaves these rows as they are.
-- depends_on: {{ ref('activation_gate') }}
with

person_records as (
    select * from {{ ref('person_records') }}
),

int_governance__published_persons as (
    select
        record_id,
        person_id
    from person_records
)

select * from int_governance__published_persons
