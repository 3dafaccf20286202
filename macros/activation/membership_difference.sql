{#-
    What has become of a membership, given the row as it stands in the feed and the row that is eligible now (either may be missing):
    left, entered, identifier_changed (a platform must forget the old identifiers), expired (the platform's longest membership is over),
    payload_changed (what is sent beside the identifiers differs), or null when nothing changed. The first that holds counts.
-#}
{% macro membership_difference(before, now) -%}
    case
        when {{ now }}.row_hash is null then 'left'
        when {{ before }}.row_hash is null then 'entered'
        when {{ before }}.activation_row_id <> {{ now }}.activation_row_id then 'identifier_changed'
        when {{ before }}.match_hash <> {{ now }}.match_hash then 'identifier_changed'
        when {{ before }}.is_expired then 'expired'
        when {{ before }}.row_hash <> {{ now }}.row_hash then 'payload_changed'
    end
{%- endmacro %}
