using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>A search as commands.</summary>
internal sealed class Question(SearchQuery query, TextQuery? text, bool broad)
{
    /// <summary>How many matches in titles, and as many anywhere, are looked at closely: so far one can page by relevance.</summary>
    public const int Closely = 120;

    /// <summary>Counting stops here.</summary>
    public const int Counted = 5000;

    private string? TsQueryText => broad ? text?.Broad : text?.Strict;

    public NpgsqlBatchCommand Hits()
    {
        NpgsqlBatchCommand command = query.EffectiveSort switch
        {
            SearchSort.Relevance => new(Statements.Ranked),
            SearchSort.Newest => new(Statements.Newest),
            SearchSort.Oldest => new(Statements.Oldest),
            SearchSort.Title => new(Statements.ByTitle),
            _ => new(Statements.ByPopularity),
        };
        Fill(command.Parameters);
        command.Parameters.With("take", NpgsqlDbType.Integer, query.Limit + 1)
            .With("after_id", NpgsqlDbType.Uuid, query.After?.TitleId)
            .With("after_number", NpgsqlDbType.Double, query.After?.Number)
            .With("after_text", query.After?.Text);
        if (query.EffectiveSort == SearchSort.Relevance)
            command.Parameters.With("keys", text!.Keys).With("phrase", text.Phrase).With("cap", NpgsqlDbType.Integer, Closely)
                .With("head", NpgsqlDbType.Double, text.Head);
        return command;
    }

    public NpgsqlBatchCommand Facets()
    {
        NpgsqlBatchCommand command = new(FacetStatement.Sql);
        Fill(command.Parameters);
        command.Parameters.With("count_cap", NpgsqlDbType.Integer, Counted);
        return command;
    }

    public NpgsqlBatchCommand People()
    {
        NpgsqlBatchCommand command = new(Statements.People);
        FillViewer(command.Parameters);
        command.Parameters.With("people_query", text!.People).With("keys", text.Keys);
        return command;
    }

    private void Fill(NpgsqlParameterCollection parameters)
    {
        FillViewer(parameters);
        var filters = query.Filters;
        parameters.With("query", TsQueryText)
            .WithFilter("kinds", filters.Kinds).WithFilter("formats", filters.Formats).WithFilter("genres", filters.Genres).WithFilter("tags", filters.Tags)
            .WithFilter("ratings", filters.Ratings).WithFilter("languages", Languages.Primaries(filters.Languages)).WithFilter("captions", Languages.Primaries(filters.Captions))
            .With("year_from", NpgsqlDbType.Integer, filters.YearFrom).With("year_to", NpgsqlDbType.Integer, filters.YearTo)
            .With("maximum_age", NpgsqlDbType.Integer, filters.MaximumAge).With("person", NpgsqlDbType.Uuid, filters.Person);
    }

    private void FillViewer(NpgsqlParameterCollection parameters) =>
        parameters.With("country", query.Viewer.Country ?? "").With("maturity", NpgsqlDbType.Integer, query.Viewer.Maturity).With("at", query.Viewer.At);
}
