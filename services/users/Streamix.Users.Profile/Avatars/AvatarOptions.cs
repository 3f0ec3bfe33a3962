using System.ComponentModel.DataAnnotations;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Section <c>Avatars</c>.</summary>
internal sealed class AvatarOptions
{
    /// <summary>The bucket of the pictures; made by the first picture where there is none.</summary>
    [Required]
    public string Bucket { get; set; } = "streamix-media";

    /// <summary>How often replaced pictures are looked for.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an upload may take before its objects count as abandoned; longer than a request.</summary>
    public TimeSpan UploadLease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Pictures decoded at once; the others wait.</summary>
    [Range(1, 64)]
    public int DecodeAtOnce { get; set; } = 2;
}
