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

    /// <summary>Uploads taken in at once, each of them up to 5 MiB of memory; more are answered 503 before they are read.</summary>
    [Range(1, 1000)]
    public int UploadsAtOnce { get; set; } = 16;

    /// <summary>How long the picture may be on its way; until then it keeps its place.</summary>
    public TimeSpan UploadTime { get; set; } = TimeSpan.FromMinutes(1);
}
