{#-
    The columns that a change copies from the membership: what is sent, its digests, and the consent on which it is sent.
    An addition takes them from the member as it is now, a removal from the member as it was uploaded.
-#}
{% macro carried_columns() -%}
    {{ return(['destination', 'audience', 'person_id'] + firstparty.payload_columns() + [
        'match_hash', 'row_hash', 'email_suppression_hash', 'phone_suppression_hash',
        'consent_basis', 'consent_evidence', 'consent_event_id', 'consent_checked_at',
        'maximum_membership_days', 'removal_retention_days',
    ]) }}
{%- endmacro %}
