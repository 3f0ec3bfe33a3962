using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Xml.Linq;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;

namespace Streamix.Media.Tests.Drm;

public sealed class CpixTests
{
    /// <summary>After the examples of the SPEKE v2 specification.</summary>
    private const string Published =
        """
        <cpix:CPIX contentId="abc123" version="2.3" xmlns:cpix="urn:dashif:org:cpix" xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc">
          <cpix:ContentKeyList>
            <cpix:ContentKey explicitIV="OFj2IjCsPJFfMAxmQxLGPw==" kid="98ee5596-cd3e-a20d-163a-e382420c6eff" commonEncryptionScheme="cbcs">
              <cpix:Data><pskc:Secret><pskc:PlainValue>5dGAgwGuUYu4dHeHtNlxJw==</pskc:PlainValue></pskc:Secret></cpix:Data>
            </cpix:ContentKey>
          </cpix:ContentKeyList>
          <cpix:DRMSystemList>
            <cpix:DRMSystem kid="98ee5596-cd3e-a20d-163a-e382420c6eff" systemId="94ce86fb-07ff-4f43-adb8-93d2fa968ca2">
              <cpix:HLSSignalingData playlist="media">I0VYVA==</cpix:HLSSignalingData>
            </cpix:DRMSystem>
            <cpix:DRMSystem kid="98ee5596-cd3e-a20d-163a-e382420c6eff" systemId="edef8ba9-79d6-4ace-a3c8-27dcd51d21ed">
              <cpix:PSSH>AAAAanBzc2gAAAAA7e+LqXnWSs6jyCfc1R0h7QAAAEoIARIQeSIcblaNbb7Dji6sAtKZzRoNd2lkZXZpbmVfdGVzdCIfa2V5LWlkOmVTSWNibGFOYmI3RGppNnNBdEtaelE9PSoCU0QyAA==</cpix:PSSH>
              <cpix:ContentProtectionData/>
            </cpix:DRMSystem>
          </cpix:DRMSystemList>
          <cpix:ContentKeyPeriodList><cpix:ContentKeyPeriod id="keyPeriod_0909829f" index="1"/></cpix:ContentKeyPeriodList>
          <cpix:ContentKeyUsageRuleList>
            <cpix:ContentKeyUsageRule kid="98ee5596-cd3e-a20d-163a-e382420c6eff" intendedTrackType="HD">
              <cpix:KeyPeriodFilter periodId="keyPeriod_0909829f"/>
              <cpix:VideoFilter minPixels="589825" maxPixels="2073600"/>
            </cpix:ContentKeyUsageRule>
          </cpix:ContentKeyUsageRuleList>
        </cpix:CPIX>
        """;

    private static readonly byte[] Key = Convert.FromBase64String("5dGAgwGuUYu4dHeHtNlxJw==");

    [Fact]
    public void Read_ThePublishedExample_GivesItsParts()
    {
        using var document = Read(Published);
        (document.ContentId, document.Period).ShouldBe(("abc123", 1));
        var key = document.Keys.Single();
        (key.Id, key.Scheme).ShouldBe((new("98ee5596-cd3e-a20d-163a-e382420c6eff"), "cbcs"));
        (key.Key!.AsSpan().SequenceEqual(Key), Convert.ToBase64String(key.Iv!)).ShouldBe((true, "OFj2IjCsPJFfMAxmQxLGPw=="));
        document.Systems.Select(s => (s.SystemId, s.Pssh.Length)).ShouldBe([(SystemIds.FairPlay, 0), (SystemIds.Widevine, 0x6a)]);
        TrackRules.TierOf(document.Rules.Single()).ShouldBe("hd");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Document_WrittenAndRead_IsTheSame(bool encrypted)
    {
        using var own = RSA.Create(2048);
        using var certificate = Certificate(own);
        using var document = Make();
        using var stream = new MemoryStream();
        CpixWriter.Write(document, stream, encrypted ? certificate : null);
        Encoding.UTF8.GetString(stream.ToArray()).Contains(Convert.ToBase64String(Key), StringComparison.Ordinal).ShouldBe(!encrypted);

        stream.Position = 0;
        using var read = CpixReader.Read(stream, own);
        (read.ContentId, read.Period).ShouldBe((document.ContentId, document.Period));
        read.Keys.Select(k => (k.Id, k.Scheme, Convert.ToHexString(k.Iv!), Convert.ToHexString(k.Key!.AsSpan())))
            .ShouldBe(document.Keys.Select(k => (k.Id, k.Scheme, Convert.ToHexString(k.Iv!), Convert.ToHexString(k.Key!.AsSpan()))));
        read.Systems.Select(s => (s.KeyId, s.SystemId, Convert.ToHexString(s.Pssh))).ShouldBe(document.Systems.Select(s => (s.KeyId, s.SystemId, Convert.ToHexString(s.Pssh))));
        read.Rules.ShouldBe(document.Rules);
    }

    [Fact]
    public void Write_Document_FollowsTheOrderOfTheSchema()
    {
        using var own = RSA.Create(2048);
        using var certificate = Certificate(own);
        using var document = Make();
        using var stream = new MemoryStream();
        CpixWriter.Write(document, stream, certificate);
        var root = XDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).Root!;
        (root.Name.LocalName, root.Name.NamespaceName, root.Attribute("version")!.Value).ShouldBe(("CPIX", "urn:dashif:org:cpix", "2.3"));
        root.Elements().Select(e => e.Name.LocalName).ShouldBe(["DeliveryDataList", "ContentKeyList", "DRMSystemList", "ContentKeyPeriodList", "ContentKeyUsageRuleList"]);
        root.Descendants().Where(e => e.Name.LocalName == "DeliveryData").Elements().Select(e => e.Name.LocalName).ShouldBe(["DeliveryKey", "DocumentKey", "MACMethod"]);
        root.Descendants().First(e => e.Name.LocalName == "Secret" && e.Parent!.Parent!.Name.LocalName == "ContentKey").Elements().Select(e => e.Name.LocalName).ShouldBe(["EncryptedValue", "ValueMAC"]);
        root.Descendants().Single(e => e.Attribute("intendedTrackType")?.Value == "SD").Elements().Select(e => e.Name.LocalName).ShouldBe(["KeyPeriodFilter", "VideoFilter"]);
    }

    [Fact]
    public void Read_EncryptedForSomebodyElseOrTampered_IsRefused()
    {
        using var own = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var certificate = Certificate(own);
        using var document = Make();
        using var stream = new MemoryStream();
        CpixWriter.Write(document, stream, certificate);
        var xml = Encoding.UTF8.GetString(stream.ToArray());
        Refused(xml, other).ShouldContain("somebody else");
        Refused(xml, own: null).ShouldContain("no private key");
        var values = XDocument.Parse(xml);
        var mac = values.Descendants().First(e => e.Name.LocalName == "ValueMAC");
        mac.Value = Convert.ToBase64String(new byte[64]);
        Refused(values.ToString(SaveOptions.DisableFormatting), own).ShouldContain("MAC is wrong");
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("<a/>")]
    [InlineData("<CPIX/>")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix" version="3.0"/>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix"><ContentKeyList><ContentKey kid="1"/></ContentKeyList></CPIX>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix"><ContentKeyList><ContentKey kid="98ee5596-cd3e-a20d-163a-e382420c6eff" explicitIV="!"/></ContentKeyList></CPIX>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix"><ContentKeyList><ContentKey kid="98ee5596-cd3e-a20d-163a-e382420c6eff"/><ContentKey kid="98ee5596-cd3e-a20d-163a-e382420c6eff"/></ContentKeyList></CPIX>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix" xmlns:p="urn:ietf:params:xml:ns:keyprov:pskc"><ContentKeyList><ContentKey kid="98ee5596-cd3e-a20d-163a-e382420c6eff"><p:PlainValue>AAAA</p:PlainValue></ContentKey></ContentKeyList></CPIX>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix" xmlns:p="urn:ietf:params:xml:ns:keyprov:pskc"><ContentKeyList><ContentKey kid="98ee5596-cd3e-a20d-163a-e382420c6eff"><p:PlainValue>AAAAAAAAAAAAAAAAAAAAAAAAAA==</p:PlainValue></ContentKey></ContentKeyList></CPIX>""")]
    [InlineData("""<CPIX xmlns="urn:dashif:org:cpix"><ContentKeyUsageRuleList><ContentKeyUsageRule kid="98ee5596-cd3e-a20d-163a-e382420c6eff"><VideoFilter minPixels="-1"/></ContentKeyUsageRule></ContentKeyUsageRuleList></CPIX>""")]
    public void Read_WhatIsNoCpix_IsRefused(string xml) => Refused(xml).ShouldStartWith("The CPIX document ");

    [Fact]
    public async Task Read_WithADtd_IsRefusedWithoutFetchingOrExpanding()
    {
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "the content of a local file");
        string[] attacks =
        [
            $"""<!DOCTYPE CPIX [<!ENTITY x SYSTEM "file://{secret}">]><CPIX xmlns="urn:dashif:org:cpix" contentId="&x;"/>""",
            """<!DOCTYPE CPIX SYSTEM "http://127.0.0.1:1/evil.dtd"><CPIX xmlns="urn:dashif:org:cpix"/>""",
            """<!DOCTYPE CPIX [<!ENTITY % p SYSTEM "http://127.0.0.1:1/evil.dtd"> %p;]><CPIX xmlns="urn:dashif:org:cpix"/>""",
            $"""<!DOCTYPE l [<!ENTITY a "lol">{string.Concat(Enumerable.Range(1, 20).Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat(i == 1 ? "&a;" : $"&a{i - 1};", 10))}\">"))}]><CPIX xmlns="urn:dashif:org:cpix">&a20;</CPIX>""",
        ];
        foreach (var attack in attacks)
            (await Task.Run(() => Refused(attack)).WaitAsync(TimeSpan.FromMinutes(1))).ShouldBe("The CPIX document is not well formed, or has a DTD.");
        File.Delete(secret);
    }

    [Fact]
    public void Read_TooMuchOfAnything_IsRefused()
    {
        const string ns = "xmlns=\"urn:dashif:org:cpix\"";
        Refused($"<CPIX {ns}>{new string(' ', CpixReader.Largest)}</CPIX>");
        Refused($"<CPIX {ns}>{string.Concat(Enumerable.Repeat("<a>", 20))}{string.Concat(Enumerable.Repeat("</a>", 20))}</CPIX>").ShouldContain("nested too deeply");
        Refused($"<CPIX {ns}><ContentKeyList>{string.Concat(Enumerable.Range(0, 65).Select(_ => $"<ContentKey kid=\"{Guid.NewGuid()}\"/>"))}</ContentKeyList></CPIX>").ShouldContain("more than 64");
        Refused($"<CPIX {ns}><DRMSystemList><DRMSystem kid=\"{Guid.NewGuid()}\" systemId=\"{Guid.NewGuid()}\"><PSSH>{Convert.ToBase64String(new byte[20_000])}</PSSH></DRMSystem></DRMSystemList></CPIX>").ShouldContain("too long");
    }

    [Theory]
    [InlineData("audio")]
    [InlineData("sd")]
    [InlineData("hd")]
    [InlineData("uhd")]
    public void Rule_OfATier_MeansThatTierByNameAndByFilters(string tier)
    {
        var rule = TrackRules.Of(Guid.NewGuid(), tier);
        TrackRules.TierOf(rule).ShouldBe(tier);
        TrackRules.TierOf(rule with { TrackType = "whatever" }).ShouldBe(tier);
        TrackRules.TierOf(rule with { TrackType = "ALL", Audio = true, Video = true }).ShouldBeNull();
    }

    private static CpixDocument Make()
    {
        var (sd, audio) = (Guid.NewGuid(), Guid.NewGuid());
        return new()
        {
            ContentId = "film <&> \"one\"",
            Keys = [new(sd, "cbcs", RandomNumberGenerator.GetBytes(16), KeyMaterial.Copy(Key)), new(audio, "cbcs", RandomNumberGenerator.GetBytes(16), KeyMaterial.Random())],
            Systems = [new(sd, SystemIds.Common, CommonBox.Of([sd])), new(sd, SystemIds.Widevine, WidevineBox.Of([sd], "film", "cbcs")), new(audio, SystemIds.PlayReady, PlayReadyBox.Of([audio], "cbcs"))],
            Period = 0,
            Rules = [TrackRules.Of(sd, "sd"), TrackRules.Of(audio, "audio")],
        };
    }

    private static X509Certificate2 Certificate(RSA key) =>
        new CertificateRequest("CN=partner", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    private static CpixDocument Read(string xml, RSA? own = null) => CpixReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)), own);

    private static string Refused(string xml, RSA? own = null) => Should.Throw<CpixException>(() => Read(xml, own)).Message;
}
