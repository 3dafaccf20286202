{#-
    The statuses of a privacy request whose subject's identity was checked, as a list of SQL literals. "in progress" is
    none of them: work may begin before anybody is checked, and erasing on a stranger's word would be a way to do harm.
-#}
{% macro verified_request_statuses() -%}
    'verified', 'approved', 'in_processing', 'completed', 'complete', 'closed'
{%- endmacro %}
