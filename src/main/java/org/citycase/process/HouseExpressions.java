package org.citycase.process;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression of the engine reaches, wherever it stands, in a diagram or in a stored filter:
 * variables, the delegates and listeners of the house, and the methods of {@link StageTimer} and
 * {@link CityDay}. No other bean, no property and no method of anything.
 */
class HouseExpressions extends JuelExpressionManager {

  private final BeanFactory house;

  HouseExpressions(BeanFactory house) {
    this.house = house;
  }

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver all = new CompositeELResolver();
    all.add(new VariableScopeElResolver());
    all.add(new VariableContextElResolver());
    all.add(new House());
    return all;
  }

  private static boolean hasMethods(Class<?> type) {
    return StageTimer.class.isAssignableFrom(type) || CityDay.class.isAssignableFrom(type);
  }

  private static boolean isOpen(Class<?> type) {
    return hasMethods(type)
        || JavaDelegate.class.isAssignableFrom(type)
        || TaskListener.class.isAssignableFrom(type)
        || ExecutionListener.class.isAssignableFrom(type);
  }

  private class House extends ELResolver {

    private final BeanELResolver methods = new BeanELResolver(true);

    @Override
    public Object getValue(ELContext context, Object base, Object name) {
      if (base != null || !(name instanceof String bean) || !house.containsBean(bean)) {
        return null;
      }
      Class<?> type = house.getType(bean);
      if (type == null || !isOpen(type)) {
        return null;
      }
      context.setPropertyResolved(true);
      return house.getBean(bean);
    }

    @Override
    public Object invoke(
        ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
      return base == null || !hasMethods(base.getClass())
          ? null
          : methods.invoke(context, base, method, types, values);
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object name) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object name, Object value) {
      // Nothing of the house is written by an expression.
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object name) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
