{#- Fails when any of the given columns holds a null; returns the number of nulls in each, all counted in one reading. -#}
{% test not_null_columns(model, columns) %}

    {%- set quoted_columns = [] -%}
    {%- for column in columns -%}
        {%- do quoted_columns.append(adapter.quote(column)) -%}
    {%- endfor -%}
    with null_counts as (
        select
            {%- for column in quoted_columns %}
            count(case when {{ column }} is null then 1 end) as {{ column }}{{ "," if not loop.last }}
            {%- endfor %}
        from {{ model }}
    )

    select *
    from null_counts
    where {{ quoted_columns | join(' > 0 or ') }} > 0

{% endtest %}
