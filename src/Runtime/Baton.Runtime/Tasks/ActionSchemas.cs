using System.Globalization;
using Baton.CompilerServices;
using Baton.Protocol.Config.V1;
using BatonActionSchema = Baton.Protocol.Connector.V2.BatonActionSchema;

namespace Baton.Tasks;

/// <summary>What C1 learns of actions.</summary>
static class ActionSchemas
{
    /// <summary>The schema of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="resourceType">The resource type that it is for; empty for the connector as a whole.</param>
    internal static BatonActionSchema Of(ActionDefinition action, string resourceType) => new()
    {
        Name = action.Name,
        DisplayName = action.DisplayName,
        Description = action.Description,
        ResourceTypeId = resourceType,
        ActionType = { action.Types.Select(static type => (Protocol.Connector.V2.ActionType)type) },
        Arguments = { action.Arguments.Select(ToField) },
        ReturnTypes = { action.Results.Select(ToField) },
        Constraints =
        {
            action.Constraints.Select(static constraint => new Constraint
            {
                Kind = (ConstraintKind)constraint.Kind,
                FieldNames = { constraint.Arguments },
                SecondaryFieldNames = { constraint.On },
            }),
        },
    };

    static Field ToField(FormFieldDefinition definition)
    {
        var field = new Field
        {
            Name = definition.Name,
            DisplayName = definition.DisplayName,
            Description = definition.Description,
            Placeholder = definition.Placeholder,
            IsRequired = definition.Required,
            IsSecret = definition.Secret,
        };
        var types = definition.ResourceTypes().Select(static type => type.Id);
        switch (definition.Kind)
        {
            case FormFieldKind.Integer:
                field.IntField = new()
                {
                    DefaultValue = long.TryParse(definition.Default, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0,
                    Rules = FieldRuleMessages.OfNumber(definition.Rules),
                };
                break;
            case FormFieldKind.Truth:
                field.BoolField = new() { DefaultValue = definition.Default == "true", Rules = FieldRuleMessages.OfTruth(definition.Rules) };
                break;
            case FormFieldKind.TextList:
                field.StringSliceField = new() { Rules = FieldRuleMessages.OfTexts(definition.Rules) };
                break;
            case FormFieldKind.TextMap:
                field.StringMapField = new() { Rules = FieldRuleMessages.OfMap(definition.Rules) };
                break;
            case FormFieldKind.Resource:
                field.ResourceIdField = new() { Rules = new() { AllowedResourceTypeIds = { types } } };
                break;
            case FormFieldKind.ResourceList:
                field.ResourceIdSliceField = new() { Rules = FieldRuleMessages.OfResources(definition.Rules, types) };
                break;
            case FormFieldKind.WholeResource:
                field.ResourceField = new();
                break;
            case FormFieldKind.WholeResourceList:
                field.ResourceSliceField = new();
                break;
            case FormFieldKind.EntitlementList:
                field.EntitlementSliceField = new();
                break;
            case FormFieldKind.GrantList:
                field.GrantSliceField = new();
                break;
            default:
                field.StringField = Text(definition);
                break;
        }
        return field;
    }

    static StringField Text(FormFieldDefinition definition)
    {
        var field = new StringField { DefaultValue = definition.Default ?? "", Rules = FieldRuleMessages.OfText(definition.Rules) };
        if (definition.Options.Count == 0)
            return field;
        field.Rules = new() { In = { definition.Options } };
        field.Options.Add(definition.Options.Select(static option => new StringFieldOption { Name = option, Value = option, DisplayName = option }));
        return field;
    }
}
