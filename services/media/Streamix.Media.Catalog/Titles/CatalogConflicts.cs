using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Titles;

/// <summary>Says which of our constraints was broken.</summary>
internal sealed class CatalogConflicts : IExceptionTranslation
{
    public Problem? Translate(Exception exception) =>
        exception is DbUpdateException && DbConflict.From(exception) is { Constraint: { } constraint } && Detail(constraint) is { } detail
            ? new(StatusCodes.Status409Conflict, detail)
            : null;

    private static string? Detail(string constraint) => constraint switch
    {
        TitleModel.UniqueSlug => "Another title has this slug.",
        TitleModel.UniqueNumber => "There is one of this number already.",
        TitleModel.UniqueExternalId => "Another title has one of these external ids.",
        PeopleModel.UniqueSlug => "Somebody else has this slug.",
        PeopleModel.UniqueExternalId => "Somebody else has one of these external ids.",
        _ => null,
    };
}
