-- One row per person: whether they are known by more than a cookie, and the stage of their life as
-- a customer. Known means a name, an address, an e-mail, a phone, or an account in a source that
-- keeps accounts. The stages and their limits in days are seed lifecycle_stages; of the stages that
-- fit, the first in order holds.
with persons as (

    select * from {{ ref('persons') }}

),

person_details as (

    select * from {{ ref('person_details') }}

),

golden_records as (

    select * from {{ ref('int_profile__golden_records') }}

),

spend as (

    select * from {{ ref('int_profile__spend_summed') }}

),

source_priorities as (

    select * from {{ ref('source_priorities') }}

),

lifecycle_stages as (

    select * from {{ ref('lifecycle_stages') }}

),

account_holders as (

    select distinct person_details.person_id
    from person_details
    inner join source_priorities
        on
            person_details.source = source_priorities.source
            and source_priorities.attribute = '*'
    where source_priorities.is_account

),

standings as (

    select
        persons.person_id,
        coalesce(
            golden_records.full_name,
            golden_records.email,
            golden_records.phone,
            golden_records.street_address,
            account_holders.person_id
        ) is null as is_anonymous,
        {{ firstparty.days_between('spend.first_order_at', firstparty.as_of()) }}
            as days_since_first_order,
        {{ firstparty.days_between('spend.last_order_at', firstparty.as_of()) }}
            as days_since_last_order
    from persons
    left join golden_records
        on persons.person_id = golden_records.person_id
    left join spend
        on persons.person_id = spend.person_id
    left join account_holders
        on persons.person_id = account_holders.person_id

),

fitting_stages as (

    select
        standings.person_id,
        standings.is_anonymous,
        standings.days_since_first_order,
        standings.days_since_last_order,
        lifecycle_stages.lifecycle_stage,
        row_number() over (
            partition by standings.person_id
            order by lifecycle_stages.stage_order
        ) as fit_rank
    from standings
    inner join lifecycle_stages
        on
            lifecycle_stages.applies_to = case
                when standings.days_since_last_order is not null then 'customer'
                when standings.is_anonymous then 'unknown'
                else 'known'
            end
            and coalesce(
                case lifecycle_stages.measured_from
                    when 'first_purchase' then standings.days_since_first_order
                    when 'last_purchase' then standings.days_since_last_order
                end <= lifecycle_stages.maximum_days, true
            )

),

int_profile__lifecycles as (

    select
        person_id,
        is_anonymous,
        days_since_first_order,
        days_since_last_order,
        lifecycle_stage
    from fitting_stages
    where fit_rank = 1

)

select * from int_profile__lifecycles
