{#-
    The query of vertices of a graph at which an edge came, went or changed in this build, and of all that were in one component with
    them by the table of an earlier search (vertex, parent): where an edge came or went, nobody else's can change.
-#}
{% macro affected_vertices(edges_model, components, left_vertex='left_vertex', right_vertex='right_vertex') -%}
    {%- set ends = "select " ~ left_vertex ~ " as vertex from " ~ firstparty.changes_of(edges_model)
        ~ " union all select " ~ right_vertex ~ " from " ~ firstparty.changes_of(edges_model) %}
    {{ ends }}
    union all
    select vertex
    from {{ components }}
    where parent in (select parent from {{ components }} where vertex in ({{ ends }}))
{%- endmacro %}
