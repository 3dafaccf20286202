-- One row per raw row of the privacy requests, whole or broken, with the verdict on it. The
-- suppression list is made of these rows, so it cannot be applied to them; and a request has to
-- stay to prove that it was answered. A request is exported again at each step, so the row with
-- the latest of its times stands. A request whose identifiers cannot be read is staged all the
-- same: its clock runs, and somebody has to look.
{{ config(
    materialized='landed',
    meta={
        'raw_entity': 'consent.privacy_requests',
        'raw_format': 'csv',
        'raw_columns': [
            'request_id', 'right', 'email', 'phone', 'user_id', 'regime', 'received_at',
            'identity_verified_at', 'status', 'closed_at',
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
            {{ firstparty.row_reason('request_id', timestamps=['received_at']) }},
            {{ firstparty.unlisted_value_reason(
                adapter.quote('right'), firstparty.consent_vocabulary('rights')
            ) }}
        ) as _own_reason
    from landed_rows
),

base_consent__privacy_requests as (
    select
        *,
        {{ firstparty.version_reason(
            'request_id',
            'coalesce(nullif(closed_at, \'\'), nullif(identity_verified_at, \'\'), received_at)',
        ) }} as _reason_code
    from checked_rows
)

select * from base_consent__privacy_requests
