{#-
    The rank that a value holds under the strategy named in a column of the rule seed. An unknown strategy gives null,
    which would sort differently on the two engines: the seed's accepted_values test keeps it out.
-#}
{% macro survivorship_rank(strategy) -%}
    case {{ strategy }}
        when 'source_priority' then source_priority_rank
        when 'most_recent' then recency_rank
        when 'most_frequent' then frequency_rank
        when 'most_complete' then completeness_rank
    end
{%- endmacro %}
