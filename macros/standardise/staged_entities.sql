{#-
    The raw entities that staging reads, in a fixed order, each with the column of its staging model that says when the
    row last happened; none where the entity has no such moment. What is counted and quarantined is what is listed here.
-#}
{% macro staged_entities() -%}
    {{ return([
        {'source': 'crm', 'entity': 'contacts', 'moment': 'updated_at'},
        {'source': 'shop', 'entity': 'customers', 'moment': 'updated_at'},
        {'source': 'shop', 'entity': 'orders', 'moment': 'ordered_at'},
        {'source': 'shop', 'entity': 'order_lines', 'moment': none},
        {'source': 'shop', 'entity': 'products', 'moment': none},
        {'source': 'shop', 'entity': 'returns', 'moment': 'returned_at'},
        {'source': 'pos', 'entity': 'receipts', 'moment': 'purchased_at'},
        {'source': 'pos', 'entity': 'warranty_registrations', 'moment': 'registered_at'},
        {'source': 'loyalty', 'entity': 'members', 'moment': 'updated_at'},
        {'source': 'loyalty', 'entity': 'points', 'moment': 'occurred_at'},
        {'source': 'subscriptions', 'entity': 'subscriptions', 'moment': 'started_at'},
        {'source': 'subscriptions', 'entity': 'subscription_events', 'moment': 'occurred_at'},
        {'source': 'web', 'entity': 'events', 'moment': 'occurred_at'},
        {'source': 'app', 'entity': 'events', 'moment': 'occurred_at'},
        {'source': 'email', 'entity': 'subscribers', 'moment': 'updated_at'},
        {'source': 'email', 'entity': 'events', 'moment': 'occurred_at'},
        {'source': 'support', 'entity': 'tickets', 'moment': 'opened_at'},
        {'source': 'support', 'entity': 'messages', 'moment': 'sent_at'},
        {'source': 'survey', 'entity': 'responses', 'moment': 'responded_at'},
        {'source': 'social', 'entity': 'mentions', 'moment': 'occurred_at'},
        {'source': 'ads', 'entity': 'spend', 'moment': 'spend_date'},
        {'source': 'ads', 'entity': 'clicks', 'moment': 'clicked_at'},
        {'source': 'ads', 'entity': 'conversions', 'moment': 'converted_at'},
        {'source': 'ads', 'entity': 'bought_segments', 'moment': 'bought_at'},
        {'source': 'consent', 'entity': 'events', 'moment': 'occurred_at'},
        {'source': 'consent', 'entity': 'preference_changes', 'moment': 'changed_at'},
        {'source': 'consent', 'entity': 'gpc_signals', 'moment': 'observed_at'},
        {'source': 'consent', 'entity': 'privacy_requests', 'moment': 'received_at'},
        {'source': 'people_files', 'entity': 'people', 'moment': none},
    ]) }}
{%- endmacro %}
