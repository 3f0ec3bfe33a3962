using System.ComponentModel.DataAnnotations;

namespace Streamix.Users.Profile.Profiles;

/// <summary>Section <c>Profiles</c>.</summary>
internal sealed class ProfileOptions
{
    public const int MostEver = 50;

    /// <summary>Profiles an account may have.</summary>
    [Range(1, MostEver)]
    public int Limit { get; set; } = 5;
}
