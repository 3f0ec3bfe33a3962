using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Says which of our constraints was broken.</summary>
internal sealed class AssetConflicts : IExceptionTranslation
{
    public Problem? Translate(Exception exception) => exception is DbUpdateException && DbConflict.IsDuplicate(exception, AssetModel.UniqueText)
        ? new(StatusCodes.Status409Conflict, "There is such a file for this language and kind already. Delete it first.")
        : null;
}
