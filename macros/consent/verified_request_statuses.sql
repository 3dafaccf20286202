{#- The statuses of a privacy request whose subject's identity was checked, as a list of SQL literals. -#}
{% macro verified_request_statuses() -%}
    'verified', 'approved', 'in_progress', 'in_processing', 'completed', 'complete', 'closed'
{%- endmacro %}
