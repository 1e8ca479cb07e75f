using System.Globalization;
using Baton.CompilerServices;
using Baton.Protocol.Connector.V2;

namespace Baton.Tasks;

/// <summary>The form for a new account, as the connector's metadata tells it.</summary>
static class AccountSchema
{
    /// <summary>That of the users, else of the first type that has one; null when no account can be created.</summary>
    internal static ConnectorAccountCreationSchema? Of(IEnumerable<ResourceSyncer> syncers)
    {
        var manager = syncers.Where(static syncer => syncer.AccountCredentials is not null).OrderByDescending(static syncer => syncer.Definition.Id == "user")
            .FirstOrDefault();
        if (manager is null)
            return null;
        var schema = new ConnectorAccountCreationSchema();
        foreach (var (field, index) in manager.AccountFields.Select(static (field, index) => (field, index)))
            schema.FieldMap[field.Name] = ToField(field, index);
        return schema;
    }

    static ConnectorAccountCreationSchema.Types.Field ToField(FormFieldDefinition definition, int order)
    {
        var field = new ConnectorAccountCreationSchema.Types.Field
        {
            DisplayName = definition.DisplayName,
            Required = definition.Required,
            Description = definition.Description,
            Placeholder = definition.Placeholder,
            Order = order,
        };
        switch (definition.Kind)
        {
            case FormFieldKind.Integer:
                field.IntField = new();
                if (int.TryParse(definition.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                    field.IntField.DefaultValue = number;
                break;
            case FormFieldKind.Truth:
                field.BoolField = new();
                if (definition.Default is not null)
                    field.BoolField.DefaultValue = definition.Default == "true";
                break;
            case FormFieldKind.TextList:
                field.StringListField = new();
                break;
            case FormFieldKind.TextMap:
                field.MapField = new();
                break;
            default:
                field.StringField = new();
                if (definition.Default is not null)
                    field.StringField.DefaultValue = definition.Default;
                break;
        }
        return field;
    }
}
