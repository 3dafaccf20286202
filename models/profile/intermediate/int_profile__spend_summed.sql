-- One row per person who bought, got back or was charged anything: orders over all currencies,
-- money in the currency that they mostly buy in. What they paid in others is named in
-- other_currency_spend, since adding euros to dollars would need a rate, and a rate needs a day and
-- a source.
with spend_by_currency as (

    select * from {{ ref('int_profile__spend_by_currency') }}

),

int_profile__spend_summed as (

    select
        person_id,
        cast(sum(order_count) as bigint) as order_count,
        min(first_order_at) as first_order_at,
        max(last_order_at) as last_order_at,
        max(case when spend_rank = 1 then nullif(currency, 'XXX') end) as spend_currency,
        max(case when spend_rank = 1 then order_count end) as main_currency_order_count,
        max(case when spend_rank = 1 then spend_amount end) as total_spend_amount,
        max(case when spend_rank = 1 then refunded_amount end) as refunded_amount,
        max(case when spend_rank = 1 then subscription_amount end) as subscription_amount,
        {{ firstparty.sorted_text_list(
            "case when spend_rank > 1 and spend_amount <> 0"
            " then currency || ' ' || cast(spend_amount as string) end"
        ) }} as other_currency_spend
    from spend_by_currency
    where person_id is not null
    group by person_id

)

select * from int_profile__spend_summed
