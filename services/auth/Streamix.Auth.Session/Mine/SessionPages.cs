using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Mine;

internal static class SessionPages
{
    /// <summary>A page of an account's sessions, the latest opened first.</summary>
    /// <param name="current">The session of whoever asks.</param>
    /// <exception cref="ProblemException">400: limit out of bounds, or not a cursor of this list.</exception>
    public static async Task<Page<SessionView>> PageAsync(this FamilyStore families, Guid accountId, PageQuery page, string? current)
    {
        var (size, after) = (page.Size, page.After);
        if (!string.IsNullOrEmpty(after) && !SessionId.IsValid(after))
            throw ProblemException.BadRequest("after", "is not a cursor of this list");

        var all = await families.OfAccountAsync(accountId);
        var rest = all.Where(f => string.IsNullOrEmpty(after) || string.CompareOrdinal(f.Id, after) < 0).Take(size + 1).ToList();
        return new([.. rest.Take(size).Select(f => SessionView.Of(f, current))], rest.Count > size ? rest[size - 1].Id : null);
    }
}
