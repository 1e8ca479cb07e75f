using System.Text;
using Baton.CompilerServices;
using Baton.Protocol;
using Baton.Protocol.Connector.V2;
using Baton.Tasks;
using Google.Protobuf.WellKnownTypes;

namespace Baton.Service;

/// <summary>What C1 is told of the connector: names, capabilities, the form for a new account, whether tickets are on.</summary>
static class ConnectorDescription
{
    internal static ConnectorMetadata Of(ConnectorManifest manifest, IServiceProvider services, bool ticketing)
    {
        var description = new ConnectorMetadata
        {
            DisplayName = manifest.DisplayName,
            Description = manifest.Description,
            Capabilities = CapabilitiesOf(manifest),
            AccountCreationSchema = AccountSchema.Of(manifest.CreateSyncers(services)),
        };
        if (manifest.Tickets(services) is not null)
            description.Annotations.Add(new ExternalTicketSettings { Enabled = ticketing }.ToAny());
        return description;
    }

    static ConnectorCapabilities CapabilitiesOf(ConnectorManifest manifest)
    {
        var document = ProtoJson.Parse<Any>(Encoding.UTF8.GetString(manifest.CapabilitiesJson));
        return document.TryUnpack<ConnectorCapabilities>(out var capabilities)
            ? capabilities
            : throw new FormatException("the capabilities of the connector are of another type");
    }
}
