using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Speke;

namespace Streamix.Media.Drm;

/// <summary>Section <c>Drm</c>.</summary>
internal sealed class DrmOptions
{
    internal const string Section = "Drm";
    internal const int ShortestSecret = 32;

    /// <summary>
    /// Secrets that content keys are wrapped with: the first one wraps, all of them unwrap. To change it, make the new one known to every
    /// replica as <see cref="NextKeyEncryptionKey"/>, then put it first here; take the old one out when no key is wrapped with it any more
    /// (<c>GET /drm/key-encryption</c>).
    /// </summary>
    public List<string> KeyEncryptionKeys { get; } = [];

    /// <summary>Only unwraps, so that a replica still reads what the first ones with the new secret have wrapped; empty without one.</summary>
    public string NextKeyEncryptionKey { get; set; } = "";

    /// <summary>Signs playback tokens; the same on every replica.</summary>
    public string TokenSecret { get; set; } = "";

    /// <summary>Who makes content keys: <c>own</c> or <c>speke</c>.</summary>
    public string KeyServer { get; set; } = "own";

    /// <summary>The key server of others.</summary>
    public SpekeOptions Speke { get; set; } = new();

    /// <summary>CPIX documents from others.</summary>
    public CpixOptions Cpix { get; set; } = new();

    /// <summary>How often keys are looked for that an older secret wraps.</summary>
    public TimeSpan RewrapInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The farthest end of a playback token; offline ones need days.</summary>
    public TimeSpan LongestAuthorisation { get; set; } = TimeSpan.FromDays(60);

    /// <summary>Licences and keys that one playback may fetch.</summary>
    public int LicencesPerPlayback { get; set; } = 500;

    /// <summary>How long the licence log is kept.</summary>
    public TimeSpan LicencesKept { get; set; } = TimeSpan.FromDays(180);
}
