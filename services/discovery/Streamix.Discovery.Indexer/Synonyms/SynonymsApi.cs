using FluentValidation;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Discovery.Index;
using Streamix.Discovery.Indexer.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Synonyms;

/// <summary>Phrases that mean the same, group by group.</summary>
internal sealed record SynonymSet([property: Example("""[["sci-fi", "science fiction"], ["ww2", "second world war"]]""")] IReadOnlyList<IReadOnlyList<string>> Groups);

internal sealed class SynonymSetRules : AbstractValidator<SynonymSet>
{
    private const int MostGroups = 2000;
    private const int MostPhrases = 20;
    private const int LongestPhrase = 60;

    public SynonymSetRules()
    {
        RuleFor(s => s.Groups).Must(g => g.Count <= MostGroups).WithMessage($"must have at most {MostGroups} groups");
        RuleForEach(s => s.Groups).Must(g => g.Count is >= 2 and <= MostPhrases).WithMessage($"must have 2 to {MostPhrases} phrases")
            .Must(g => g.All(p => p.Length <= LongestPhrase && p.Any(char.IsLetterOrDigit) && !p.Any(char.IsControl))).WithMessage($"must be phrases of at most {LongestPhrase} characters");
    }
}

internal static class SynonymsApi
{
    private const int LargestBody = 512 * 1024;

    public static void MapSynonyms(this IEndpointRouteBuilder app)
    {
        var synonyms = app.MapGroup("/indexing/synonyms").WithTags("Synonyms").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        synonyms.MapGet("/", ReadAsync).WithName("ReadSynonyms").WithSummary("Phrases that mean the same");
        synonyms.MapPut("/", ReplaceAsync).WithName("ReplaceSynonyms").WithSummary("Replaces all of them; searches follow at once");
    }

    private static async Task<Ok<SynonymSet>> ReadAsync(IIndexWriter index, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SynonymSet(await index.SynonymsAsync(cancellationToken)));

    private static async Task<NoContent> ReplaceAsync(SynonymSet set, IIndexWriter index, IndexerDb db, IAudit audit, CancellationToken cancellationToken)
    {
        await index.PutSynonymsAsync(set.Groups, cancellationToken);
        audit.Record("index.synonyms-replaced", "index:synonyms");
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
