{#-
    Why a raw row cannot be staged, judged on its own: a reason code, or null when it can. The order is the order of
    what is learned first: a broken line has no columns, a copy needs no second verdict, a row without its key cannot be
    told apart, and an erased person's row must not be looked at further.
    Timestamps are needed: a row without one is out. Amounts and counts are not: an empty one stays empty, an unreadable, a
    negative (amounts only) or an absurd one (over ten million) puts the row out.
    Each value is cleaned once for a good row, hence the nested case and the bounds that stand for null.
    Needs the columns of `landed_rows`, and the joins of join_suppressed_identifiers where `erasable` is given.
-#}
{% macro row_reason(key, timestamps=[], names=[], email=none, erasable={}, parents=[], amounts=[], counts=[]) -%}
    case
        when _parse_error is not null then 'malformed_row'
        when _copy_number > 1 then 'exact_duplicate'
        {%- for identifier in [key] + parents %}
        when {{ firstparty.clean_identifier(identifier) }} is null then 'missing_key'
        {%- endfor %}
        {%- for identifier in firstparty.suppression_keys(erasable) %}
        when suppressed_by_{{ identifier }}.is_erased then 'erased_subject'
        {%- endfor %}
        {%- if email is not none %}
        when {{ firstparty.is_test_email(email) }} then 'test_account'
        {%- endif %}
        {%- for timestamp in timestamps %}
        when
            coalesce({{ firstparty.clean_timestamp(timestamp) }}, cast('9999-12-31' as timestamp))
            > {{ firstparty.plus_days(firstparty.as_of(), 1) }}
            then case
                when {{ firstparty.clean_timestamp(timestamp) }} is null then 'invalid_timestamp'
                else 'future_timestamp'
            end
        {%- endfor %}
        {%- for name in names %}
        when length({{ name }}) > 200 then 'invalid_value'
        {%- endfor %}
        {%- for amount in amounts %}
        when
            {{ firstparty.clean_text(amount) }} is not null
            and coalesce({{ firstparty.clean_amount(amount) }}, -1) not between 0 and 10000000
            then 'invalid_value'
        {%- endfor %}
        {%- for count in counts %}
        when
            {{ firstparty.clean_text(count) }} is not null
            and coalesce({{ firstparty.clean_count(count) }}, 10000001) not between -10000000 and 10000000
            then 'invalid_value'
        {%- endfor %}
    end
{%- endmacro %}
