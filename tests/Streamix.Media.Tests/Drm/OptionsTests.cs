using Streamix.Media.Drm;

namespace Streamix.Media.Tests.Drm;

public sealed class OptionsTests
{
    private const string Long = "a secret of more than thirty-two characters";

    [Fact]
    public void Check_OfGoodSettings_Passes()
    {
        Check(_ => { }).ShouldBeEmpty();
        Check(o => (o.KeyServer, o.Speke.Address) = ("speke", "https://keys.example.com/speke")).ShouldBeEmpty();
    }

    [Fact]
    public void Check_OfWrongSettings_NamesThem()
    {
        Check(o => o.KeyEncryptionKeys.Clear()).ShouldContain("Drm:KeyEncryptionKeys");
        Check(o => o.KeyEncryptionKeys.Add("short")).ShouldContain("Drm:KeyEncryptionKeys");
        Check(o => o.NextKeyEncryptionKey = "short").ShouldContain("Drm:NextKeyEncryptionKey");
        Check(o => o.TokenSecret = "").ShouldContain("Drm:TokenSecret");
        Check(o => o.TokenSecret = Long).ShouldContain("a secret of its own");
        Check(o => o.KeyServer = "nobody").ShouldContain("Drm:KeyServer");
        Check(o => o.KeyServer = "speke").ShouldContain("Drm:Speke:Address");
        Check(o => (o.KeyServer, o.Speke.Address) = ("speke", "http://keys.example.com/")).ShouldContain("https");
        Check(o => { (o.KeyServer, o.Speke.Address) = ("speke", "https://keys.example.com/"); o.Speke.Systems.Add("rot13"); }).ShouldContain("Drm:Speke:Systems");
        Check(o => o.Cpix.Certificate = "x").ShouldContain("Drm:Cpix");
    }

    private static string Check(Action<DrmOptions> change)
    {
        var options = new DrmOptions { TokenSecret = Long + " of its own" };
        options.KeyEncryptionKeys.Add(Long);
        change(options);
        return new DrmOptionsCheck().Validate(null, options).FailureMessage ?? "";
    }
}
