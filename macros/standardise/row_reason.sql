{#-
    Why a raw row cannot be staged, judged on its own: a reason code, or null when it can. The order is the order of
    what is learned first: a broken line has no columns, a copy needs no second verdict, a row without its key cannot be
    told apart, and an erased person's row must not be looked at further.
    Needs the columns of `landed_rows`, and the joins of join_suppressed_identifiers where `erasable` is given.
-#}
{% macro row_reason(key, timestamps=[], names=[], email=none, erasable={}) -%}
    case
        when _parse_error is not null then 'malformed_row'
        when _copy_number > 1 then 'exact_duplicate'
        when {{ firstparty.clean_identifier(key) }} is null then 'missing_key'
        {%- for identifier in erasable %}
        when suppressed_by_{{ identifier }}.is_erased then 'erased_subject'
        {%- endfor %}
        {%- if email is not none %}
        when {{ firstparty.is_test_email(email) }} then 'test_account'
        {%- endif %}
        {%- for timestamp in timestamps %}
        when {{ firstparty.clean_timestamp(timestamp) }} is null then 'invalid_timestamp'
        when {{ firstparty.clean_timestamp(timestamp) }} > {{ firstparty.plus_days(firstparty.as_of(), 1) }}
            then 'future_timestamp'
        {%- endfor %}
        {%- for name in names %}
        when length({{ name }}) > 200 then 'invalid_value'
        {%- endfor %}
    end
{%- endmacro %}
