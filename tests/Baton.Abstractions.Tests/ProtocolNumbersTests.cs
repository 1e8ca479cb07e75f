using System.Globalization;
using System.Text.RegularExpressions;
using Baton.Protocol.Connector.V2;
using Google.Protobuf.Reflection;

namespace Baton.Abstractions.Tests;

/// <summary>The enums that authors see have the members and the numbers of the protocol's: they are written as they are.</summary>
public sealed partial class ProtocolNumbersTests
{
    public static TheoryData<Type, string> Enums => new()
    {
        { typeof(Trait), "c1.connector.v2.ResourceType.Trait" },
        { typeof(ResourceStatus), "c1.connector.v2.Status.ResourceStatus" },
        { typeof(Purpose), "c1.connector.v2.Entitlement.PurposeValue" },
        { typeof(AccountType), "c1.connector.v2.UserTrait.AccountType" },
        { typeof(AppFeature), "c1.connector.v2.AppTrait.AppFlag" },
        { typeof(CredentialType), "c1.connector.v2.SecretTrait.CredentialType" },
        { typeof(NonHumanIdentityType), "c1.connector.v2.NonHumanIdentityTrait.NhiType" },
        { typeof(DeviceType), "c1.connector.v2.ManagedDeviceTrait.DeviceType" },
        { typeof(DeviceManagement), "c1.connector.v2.ManagedDeviceTrait.ManagementState" },
        { typeof(DeviceCompliance), "c1.connector.v2.ManagedDeviceTrait.Compliance" },
        { typeof(OsType), "c1.connector.v2.DeviceOS.OsType" },
        { typeof(RiskSeverity), "c1.connector.v2.RiskFactor.Severity" },
        { typeof(PricingModel), "c1.connector.v2.VendorAgreementTrait.PricingModel" },
        { typeof(RenewalStatus), "c1.connector.v2.VendorAgreementTrait.RenewalStatus" },
        { typeof(ActionType), "c1.connector.v2.ActionType" },
        { typeof(EventKind), "c1.connector.v2.EventType" },
    };

    [Theory]
    [MemberData(nameof(Enums))]
    public void Members_AreThoseOfTheProtocol(Type type, string name)
    {
        var descriptor = Files.SelectMany(All).Single(candidate => candidate.FullName == name);
        var prefix = Words().Replace(descriptor.Name, "_").ToUpperInvariant() + "_";
        var expected = descriptor.Values.Where(static value => value.Number != 0).ToDictionary(value => Plain(value.Name[prefix.Length..]), static value =>
            value.Number);

        var actual = Enum.GetNames(type).ToDictionary(Plain, member => Convert.ToInt32(Enum.Parse(type, member), CultureInfo.InvariantCulture));
        Assert.Equal(0, actual.GetValueOrDefault("UNSPECIFIED"));
        Assert.Equal(expected.OrderBy(static pair => pair.Value), actual.Where(static pair => pair.Value != 0).OrderBy(static pair => pair.Value));
    }

    static FileDescriptor[] Files =>
    [
        ResourceType.Descriptor.File, Entitlement.Descriptor.File, UserTrait.Descriptor.File, RiskFactor.Descriptor.File, VendorAgreementTrait.Descriptor.File,
        BatonActionSchema.Descriptor.File, ListEventsRequest.Descriptor.File,
    ];

    static IEnumerable<EnumDescriptor> All(FileDescriptor file) => file.EnumTypes.Concat(file.MessageTypes.SelectMany(static message => message.EnumTypes));

    static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}
