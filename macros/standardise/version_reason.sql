{#-
    The final verdict on a raw row: of the rows that could be staged under one key only the newest version is, and the
    others are `superseded_version`. Ties, and entities that do not say when a row was changed, go to the later file, then the
    later row, so the order is total.
    Needs `_own_reason` from row_reason in the relation it is used over.
-#}
{% macro version_reason(key, version=none) -%}
    case
        when
            _own_reason is null
            and row_number() over (
                partition by {{ firstparty.clean_identifier(key) }}, _own_reason
                order by
                    {%- if version is not none %}
                    {{ firstparty.clean_timestamp(version) }} desc nulls last,
                    {%- endif %}
                    _source_file desc,
                    _source_row desc
            ) > 1
            then 'superseded_version'
        else _own_reason
    end
{%- endmacro %}
