-- Grain: one row per identifier type and value that may link nobody, or pattern of such values, and
-- reason: what the block list says, what somebody said links nobody (never_link), and the address
-- of an agent who answers tickets (agent_address). Types of one kind are blocked together: a
-- mailbox is an e-mail address. A pattern is of one kind, an exact value may be of any.
with rules as (select * from {{ ref('identifier_rules') }}),

block_list as (select * from {{ ref('blocked_identifiers') }}),

overrides as (select * from {{ ref('int_identity__overrides_written') }}),

tickets as (
    select {{ firstparty.clean_email('assignee_email') }} as assignee_email
    from {{ ref('stg_support__tickets') }}
),

blocked as (
    select
        identifier_type,
        match_kind,
        case
            when match_kind = 'exact' then lower(coalesce(blocked_value, 'null'))
            else blocked_value
        end as blocked_value,
        reason
    from block_list
    union all
    select
        identifier_type,
        'exact' as match_kind,
        lower(identifier_value) as blocked_value,
        override as reason
    from overrides
    where override = 'never_link' and identifier_value is not null and is_in_force
    union all
    select
        'email' as identifier_type,
        'exact' as match_kind,
        assignee_email as blocked_value,
        'agent_address' as reason
    from tickets
    where assignee_email is not null
),

int_identity__blocked_values as (
    select distinct
        rules.identifier_type,
        blocked.match_kind,
        blocked.blocked_value,
        blocked.reason
    from blocked
    inner join rules
        on
            blocked.identifier_type = rules.blocked_as
            or (
                blocked.match_kind = 'exact'
                and blocked.identifier_type in (rules.identifier_type, 'any')
            )
)

select * from int_identity__blocked_values
