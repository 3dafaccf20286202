-- One row per line of the Global Privacy Control signals that the site saw, whole or broken, with
-- the verdict on it. A signal is a valid opt-out by itself (11 CCR 7025), so the suppression list
-- is not applied. One whose value cannot be read, or that names neither cookie nor login, is
-- quarantined where it is seen and counted.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'consent.gpc_signals',
        'raw_format': 'jsonl',
        'raw_columns': [
            'signal_id', 'anonymous_id', 'user_id', 'gpc', 'country', 'region', 'observed_at',
        ],
    },
) }}

with

landed_rows as (
    select * from {{ firstparty.landed_rows() }}
),

checked_rows as (
    select
        landed_rows.*,
        coalesce(
            {{ firstparty.row_reason('signal_id', timestamps=['observed_at']) }},
            case
                when {{ firstparty.clean_boolean('gpc') }} is null then 'invalid_value'
                when
                    {{ firstparty.known_identifier('anonymous_id') }} is null
                    and {{ firstparty.known_identifier('user_id') }} is null
                    then 'invalid_value'
            end
        ) as _own_reason
    from landed_rows
),

base_consent__gpc_signals as (
    select
        *,
        {{ firstparty.version_reason('signal_id', 'observed_at') }} as _reason_code
    from checked_rows
)

select * from base_consent__gpc_signals
