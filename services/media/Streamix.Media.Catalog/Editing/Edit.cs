using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

/// <summary>What became of an edit: the title, or why not.</summary>
internal sealed record Edit(Title? Title, ProblemHttpResult? Refusal, bool Unchanged = false)
{
    public static Edit Done(Title title) => new(title, null);

    public static Edit Nothing(Title title) => new(title, null, Unchanged: true);

    public static Edit Refused(ProblemHttpResult problem) => new(null, problem);

    public static Edit Refused(IDictionary<string, string[]> errors) => new(null, Problems.Invalid(errors));

    public static Edit NotFound() => new(null, Problems.NotFound());
}
