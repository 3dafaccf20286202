-- Events in, events out: every staged row of an entity with events is in the timeline, once for
-- each moment that it marks, and the timeline holds nothing else. Lists every entity by name, so
-- that a new one cannot slip in uncounted. ads.spend has no person; consent has no record: both
-- stay out.
{% set staged_moments = {
    'crm.contacts': 'count(created_at)',
    'shop.customers': 'count(created_at)',
    'shop.orders': 'count(*)',
    'shop.returns': 'count(*)',
    'pos.receipts': 'count(*)',
    'pos.warranty_registrations': 'count(*)',
    'loyalty.members': 'count(joined_at)',
    'loyalty.points': 'count(*)',
    'subscriptions.subscription_events': 'count(*)',
    'web.events': 'count(*)',
    'app.events': 'count(*)',
    'email.subscribers': 'count(subscribed_at)',
    'email.events': 'count(*)',
    'support.tickets': 'count(*) + count(closed_at)',
    'support.messages': 'count(*)',
    'survey.responses': 'count(*)',
    'social.mentions': 'count(*)',
    'ads.clicks': 'count(*)',
    'ads.conversions': 'count(*)',
    'ads.bought_segments': 'count(*)',
} -%}
with customer_events as (

    select * from {{ ref('customer_events') }}

),

staged as (

    {% for entity, moments in staged_moments.items() -%}
        select
            '{{ entity }}' as entity,
            {{ moments }} as staged_count
        from {{ ref('stg_' ~ entity.replace('.', '__')) }}
        {% if not loop.last %}union all{% endif %}
    {% endfor %}
),

published as (

    select
        entity,
        count(*) as event_count
    from customer_events
    group by entity

),

assert_customer_events_conserve_staged_rows as (

    select
        coalesce(staged.entity, published.entity) as entity,
        coalesce(staged.staged_count, 0) as staged_count,
        coalesce(published.event_count, 0) as event_count
    from staged
    full outer join published
        on staged.entity = published.entity
    where coalesce(staged.staged_count, 0) <> coalesce(published.event_count, 0)

)

select * from assert_customer_events_conserve_staged_rows
