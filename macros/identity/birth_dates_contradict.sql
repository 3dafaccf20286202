{#-
    Whether two birth dates (text, yyyy-mm-dd) cannot be one person's, not even with a slip: no two of year, month and day agree, day
    and month are not swapped, and more than two characters would have to be written otherwise. False or null where one is unknown.
-#}
{% macro birth_dates_contradict(left_date, right_date) -%}
    not {{ firstparty.birth_dates_agree(left_date, right_date) }}
    and {{ firstparty.edit_distance(left_date, right_date) }} > 2
{%- endmacro %}


{#- Whether two of year, month and day agree, or day and month are swapped within one year. Null where one is unknown. -#}
{% macro birth_dates_agree(left_date, right_date) -%}
    (
        (
            substr({{ left_date }}, 1, 4) = substr({{ right_date }}, 1, 4)
            and substr({{ left_date }}, 6, 2) = substr({{ right_date }}, 9, 2)
            and substr({{ left_date }}, 9, 2) = substr({{ right_date }}, 6, 2)
        )
        or cast(substr({{ left_date }}, 1, 4) = substr({{ right_date }}, 1, 4) as bigint)
        + cast(substr({{ left_date }}, 6, 2) = substr({{ right_date }}, 6, 2) as bigint)
        + cast(substr({{ left_date }}, 9, 2) = substr({{ right_date }}, 9, 2) as bigint)
        >= 2
    )
{%- endmacro %}
