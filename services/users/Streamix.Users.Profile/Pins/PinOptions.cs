using System.ComponentModel.DataAnnotations;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Profile.Pins;

/// <summary>Section <c>Pins</c>.</summary>
internal sealed class PinOptions
{
    /// <summary>
    /// The secret of this deployment that goes into every hash: a PIN has so few values that the database alone must not be enough to find it.
    /// Without it, or with another one, no PIN is right any more.
    /// </summary>
    [Personal, Required, MinLength(32)]
    public string Pepper { get; set; } = "";

    /// <summary>Rounds of PBKDF2 with HMAC-SHA-512 for new PINs.</summary>
    [Range(10_000, 10_000_000)]
    public int Iterations { get; set; } = 210_000;
}
