using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Profiles;

internal static class MyProfiles
{
    /// <summary>A profile of the caller's account, to look at; null for anybody else's.</summary>
    public static Task<UserProfile?> FindAsync(this ProfileDb db, Caller caller, Guid id, CancellationToken cancellationToken) =>
        db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == caller.AccountId && p.Id == id, cancellationToken);
}
