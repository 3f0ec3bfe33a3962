using Microsoft.Extensions.Options;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Addresses as players see them, through the gateway.</summary>
internal sealed class PlaybackAddresses(IOptions<PlaybackOptions> options)
{
    public const string Header = "Playback-Token";
    private string Base => options.Value.PublicBase.TrimEnd('/');

    public string ClearKey => $"{Base}/drm/clearkey";

    public string Keys => $"{Base}/drm/keys/";

    public ManifestView Manifests(Guid playback, PlayedPackage package, string key) =>
        new(Manifest(playback, "master.m3u8", key), package.HlsClearKey is null ? null : Manifest(playback, "clearkey.m3u8", key), Manifest(playback, "manifest.mpd", key));

    private string Manifest(Guid playback, string name, string key) => $"{Base}/playback/playbacks/{playback}/{name}?k={key}";
}
