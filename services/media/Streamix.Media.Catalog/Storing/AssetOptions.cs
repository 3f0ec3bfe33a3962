using System.ComponentModel.DataAnnotations;

namespace Streamix.Media.Catalog.Storing;

/// <summary>What the catalog keeps in the object store, and for how long; section <c>Catalog</c>.</summary>
internal sealed class AssetOptions
{
    /// <summary>The bucket of uploaded files; made by the first upload where there is none.</summary>
    [Required]
    public string Sources { get; set; } = "media-sources";

    /// <summary>The bucket of pictures; made by the first picture where there is none.</summary>
    [Required]
    public string Artwork { get; set; } = "media-artwork";

    /// <summary>Origins whose scripts may send parts to a bucket that the catalog makes; all when none is named, since addresses are signed and carry no cookie.</summary>
    public string[] Origins { get; set; } = [];

    /// <summary>The largest source, in bytes; S3 takes 5 TiB.</summary>
    [Range(1, 5L << 40)]
    public long LargestSource { get; set; } = 512L << 30;

    /// <summary>How long the address of a part works; a week at most.</summary>
    public TimeSpan UrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an upload waits for its client: each address that is asked for begins it anew.</summary>
    public TimeSpan UploadLifetime { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The end of an upload, whatever its client does; before the bucket itself throws its parts away.</summary>
    public TimeSpan LongestUpload { get; set; } = TimeSpan.FromDays(6);

    /// <summary>How long the address of a source works for the transcoder.</summary>
    public TimeSpan SourceLifetime { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long one replica may take for what it has begun before another takes over.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often the abandoned is looked for.</summary>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Pictures decoded at once; the others wait.</summary>
    [Range(1, 64)]
    public int DecodeAtOnce { get; set; } = 2;

    /// <summary>Pictures taken in at once, each of them in memory; more are answered 503 before they are read.</summary>
    [Range(1, 1000)]
    public int PicturesAtOnce { get; set; } = 8;

    /// <summary>How long a file that passes through the service may be on its way.</summary>
    public TimeSpan ReceiveTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Requests that carry a file, or wait for the store to make one of many parts.</summary>
    public static TimeSpan LongRequest { get; } = TimeSpan.FromMinutes(3);
}
