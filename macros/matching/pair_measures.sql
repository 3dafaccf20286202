{#-
    The fuzzy measures of a pair, name and SQL over both records (l. and r.), worked out where the values are known and differ.
    A list of stages: a measure may use those of the stages before its own. Costly functions stand behind `case when`, for an
    engine may evaluate both sides of an `and`.
-#}
{% macro pair_measures() -%}
    {%- set is_other_address = 'not coalesce(l.address_code = r.address_code, false)' -%}
    {%- set measures = {
        'given_similarity': firstparty.where_different('given', 'jaro_winkler_similarity'),
        'family_similarity': firstparty.where_different('family', 'jaro_winkler_similarity'),
        'birth_edits': firstparty.where_different('birth', 'levenshtein'),
        'email_similarity': firstparty.where_different('email', 'jaro_winkler_similarity', 'l.local_code <> r.local_code'),
        'phone_edits': firstparty.where_different(
            'phone', 'levenshtein', '(l.phone_head = r.phone_head or l.phone_tail = r.phone_tail)'
        ),
        'id_edits': firstparty.where_different('id', 'levenshtein'),
        'postcode_edits': firstparty.where_different('postcode', 'levenshtein', is_other_address),
        'city_similarity': firstparty.where_different('city', 'jaro_winkler_similarity', is_other_address),
        'address_similarity': firstparty.where_different('address', 'jaro_winkler_similarity'),
        'is_same_place': 'coalesce(l.postcode_code = r.postcode_code or l.city_code = r.city_code, false)',
        'shared_tokens': 'case when l.extra_tokens is not null and r.extra_tokens is not null then '
            ~ firstparty.shared_item_count('l.extra_tokens', 'r.extra_tokens') ~ ' end',
    } -%}
    {%- for attribute in var('person_attributes') -%}
        {%- do measures.update({
            attribute ~ '_similarity': firstparty.where_different(attribute, 'jaro_winkler_similarity')
        }) -%}
    {%- endfor -%}
    {#- Names in the other order, equal or alike in both. -#}
    {%- set is_swapped = 'case when given_similarity < 0.92 and family_similarity < 0.92 then case '
        ~ 'when l.given_code = r.family_code and r.given_code = l.family_code then true '
        ~ 'when (' ~ firstparty.sounds_alike('l.given', 'r.family') ~ ') and ('
        ~ firstparty.sounds_alike('l.family', 'r.given') ~ ') then true '
        ~ 'when l.given1 = r.family1 or r.given1 = l.family1 then '
        ~ 'case when l.given_code = r.family_code or jaro_winkler_similarity(l.given, r.family) >= 0.92 '
        ~ 'then r.given_code = l.family_code or jaro_winkler_similarity(r.given, l.family) >= 0.92 end '
        ~ 'end end' -%}
    {%- set is_similar_address = 'case when address_similarity >= 0.85 then case '
        ~ 'when l.house_number = r.house_number and jaro_winkler_similarity(l.street, r.street) >= 0.88 then true '
        ~ 'else levenshtein(l.address, r.address) <= case when address_similarity >= 0.94 then 3 else 1 end '
        ~ 'end end' -%}
    {{ return([measures, {
        'is_swapped': is_swapped,
        'is_similar_address': is_similar_address,
        'email_edits': 'case when email_similarity >= 0.9 then levenshtein(l.email, r.email) end',
        'is_given_elsewhere': firstparty.name_elsewhere('given'),
        'is_family_elsewhere': firstparty.name_elsewhere('family'),
    }]) }}
{%- endmacro %}


{#- A function of both values of a column where they are known and not equal, and a further condition holds; else null. -#}
{% macro where_different(column, function, condition='true') -%}
    {{ return(
        'case when l.' ~ column ~ '_code <> r.' ~ column ~ '_code and ' ~ condition ~ ' then '
        ~ function ~ '(l.' ~ column ~ ', r.' ~ column ~ ') end'
    ) }}
{%- endmacro %}


{#- Whether a name of one record is a word of the other's full name, which is looked into where it has more than the two names. -#}
{% macro name_elsewhere(column) -%}
    {{ return(
        'case when ' ~ column ~ '_similarity < 0.92 then case '
        ~ 'when l.given_code = r.family_code or r.given_code = l.family_code then true '
        ~ 'when l.more_names is not null or r.more_names is not null then '
        ~ 'coalesce(contains(r.more_names, l.' ~ column ~ '_token), false) '
        ~ 'or coalesce(contains(l.more_names, r.' ~ column ~ '_token), false) '
        ~ 'end end'
    ) }}
{%- endmacro %}
