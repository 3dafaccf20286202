{#-
    The CTE `texts`: what records say, but for e-mail addresses and telephone numbers that were refused; who says nothing else is not
    there. Takes names of CTEs with rows of int_identity__match_texts and int_identity__refused_texts, and the columns of the texts.
-#}
{% macro unrefused_texts(said, refused, columns) -%}
    {%- set kinds = {
        'email': 'email', 'local_part': 'email', 'local_letters': 'email', 'email_digits': 'email', 'phone': 'phone',
    } -%}
texts as (
    select
        {% for column in columns -%}
            {%- if column in kinds -%}
                case when not coalesce({{ refused }}.is_{{ kinds[column] }}_refused, false) then {{ said }}.{{ column }} end as {{ column }}
            {%- else -%}
                {{ said }}.{{ column }}
            {%- endif %}{{ "," if not loop.last }}
        {% endfor -%}
    from {{ said }}
    left join {{ refused }} on {{ said }}.record_number = {{ refused }}.record_number
    where
        {{ refused }}.record_number is null
        or coalesce(
            {% for column in ['given', 'family', 'name_words', 'id', 'birth', 'address'] -%}
                {{ said }}.{{ column }}{{ ", " if not loop.last }}
            {%- endfor %}
        ) is not null
        or ({{ said }}.email is not null and not {{ refused }}.is_email_refused)
        or ({{ said }}.phone is not null and not {{ refused }}.is_phone_refused)
)
{%- endmacro %}
