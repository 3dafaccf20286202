{#-
    The id of the record that a browser or device makes together with the login used on it. One device with two
    logins is three records: one for each login and one for what happened while nobody was logged in.
-#}
{% macro device_record_id(prefix, device, login) -%}
    '{{ prefix }}:' || md5({{ device }} || '|' || coalesce({{ login }}, ''))
{%- endmacro %}
