{#-
    The id of the record that a browser or device makes together with the login used on it. One device with two
    logins is three records: one for each login and one for what happened while nobody was logged in.
    A call from a server knows the login only; it is a record too, with nothing before the bar.
-#}
{% macro device_record_id(prefix, device, login) -%}
    case
        when coalesce({{ device }}, {{ login }}) is not null
            then '{{ prefix }}:' || md5(coalesce({{ device }}, '') || '|' || coalesce({{ login }}, ''))
    end
{%- endmacro %}
