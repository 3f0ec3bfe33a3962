using System.Diagnostics.CodeAnalysis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>An account in a route: <c>me</c>, or an id for those whose role allows it.</summary>
public readonly record struct AccountRef : IParsable<AccountRef>
{
    private readonly Guid? _id;

    private AccountRef(Guid? id) => _id = id;

    /// <summary>The account that is meant.</summary>
    /// <exception cref="ProblemException">401 without a user; 403 when it is another's and the caller has none of <paramref name="roles"/>.</exception>
    public Guid For(Caller caller, params ReadOnlySpan<string> roles)
    {
        if (_id is not { } id || caller.IsUser && id == caller.AccountId || caller.IsService)
            return _id ?? caller.AccountId;
        foreach (var role in roles)
            if (caller.Is(role))
                return id;
        throw new ProblemException(StatusCodes.Status403Forbidden, "This is not allowed for you.");
    }

    /// <inheritdoc/>
    public static AccountRef Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result) ? result : throw new FormatException();

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AccountRef result)
    {
        var me = s is "me";
        var valid = Guid.TryParse(s, out var id);
        result = new(valid ? id : null);
        return me || valid;
    }
}
